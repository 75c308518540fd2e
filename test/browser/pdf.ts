import type { Page } from 'playwright-core';

/** A page as Chromium prints it to a file: on the paper and with the margins that its own style asks for, and no colour of the screen. */
export async function pdfOf(page: Page, url: string): Promise<Buffer> {
  await page.goto(url);
  return page.pdf({ preferCSSPageSize: true, printBackground: false, tagged: true, outline: true });
}

/** The sheets of a PDF of Chromium's, each as [width, height] in points: A4 is 595 by 842. */
export const sheetsOf = (pdf: Buffer): [number, number][] =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)].map(
    ([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))],
  );
