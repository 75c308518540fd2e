import { describe, expect, it } from 'vitest';
import { ErrorSummary } from '../../../functions/web/components/error-summary.tsx';
import { Input } from '../../../functions/web/components/input.tsx';
import { Page, type PageProps } from '../../../functions/web/layout.tsx';
import { elements, readHtml, textOf } from '../../support/html-tree.ts';

const given: PageProps = {
  title: 'Cases',
  service: { name: 'Recommendation Tracker', organisation: 'Northshire Police' },
  stylesheetHref: '/assets/tracker.css',
  children: <h1>Cases</h1>,
};

const page = (props: Partial<PageProps> = {}) => String(<Page {...given} {...props} />);
const all = (html: string) => [...elements(readHtml(html))];
const first = (html: string, tag: string) => all(html).find((element) => element.tag === tag);

describe('a page', () => {
  it('is a British English document with its own title', () => {
    const html = page();
    expect(html).toMatch(/^<!DOCTYPE html><html lang="en-GB"/);
    expect(html).toContain('<title>Cases - Recommendation Tracker</title>');
  });

  it('says in its title that something is wrong only when something is', () => {
    expect(page({ hasErrors: true })).toContain('<title>Error: Cases - Recommendation Tracker</title>');
    expect(page({ hasErrors: false })).not.toContain('Error:');
  });

  it('lets the keyboard skip straight to the main part', () => {
    const html = page();
    const skip = all(html).find((element) => element.attributes.class === 'govuk-skip-link');
    expect(skip?.attributes.href).toBe(`#${first(html, 'main')?.attributes.id}`);
  });

  it('marks the section it belongs to, and no other', () => {
    const marked = all(page({ current: '/cases' })).filter((element) => element.attributes['aria-current']);
    expect(marked.map((element) => textOf(element.children))).toEqual(['Cases']);
    expect(page()).not.toContain('aria-current');
  });

  it('holds no script', () => {
    expect(page({ current: '/' })).not.toMatch(/<script| on[a-z]+=/i);
  });

  it('shows people who are not staff neither the menu nor the link to the API', () => {
    expect(page()).toContain('href="/api/v1/docs"');
    expect(page()).toContain('href="/nights"');
    expect(page({ withoutNavigation: true })).not.toMatch(/href="\/(api|nights)/);
  });

  it('puts the strip above everything but the skip link, as it was given', () => {
    const html = page({ banner: '<div class="tracker-strip"><b>Practice</b></div>' });
    expect(html).toMatch(
      /Skip to main content<\/a><div class="tracker-strip"><b>Practice<\/b><\/div><header/,
    );
    expect(page({ banner: null })).not.toContain('tracker-strip');
  });

  it('never turns what people typed into markup', () => {
    const typed = '</title><script>alert(1)</script>';
    const html = page({ title: typed, children: typed, breadcrumbs: [{ text: typed }] });
    expect(html).not.toContain('<script');
  });

  it('has one of each id, and every reference to an id leads somewhere', () => {
    const html = page({
      current: '/cases',
      backLink: { href: '/cases' },
      children: (
        <>
          <ErrorSummary errors={[{ message: 'Enter a title', href: '#title' }]} />
          <Input name="title" label="Title" hint="As on the page" error="Enter a title" />
        </>
      ),
    });
    const found = all(html);
    const ids = found.map((element) => element.attributes.id).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of found) {
      const named = `${attributes.for ?? ''} ${attributes['aria-describedby'] ?? ''} ${attributes['aria-labelledby'] ?? ''}`;
      const linked = attributes.href?.startsWith('#') ? [attributes.href.slice(1)] : [];
      for (const id of [...named.split(' ').filter(Boolean), ...linked]) expect(ids).toContain(id);
    }
  });
});
