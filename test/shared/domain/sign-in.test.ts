import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathOnSite } from '../../../shared/domain/sign-in.ts';

describe('where somebody goes once they are signed in', () => {
  test.each([
    ['/', '/'],
    ['/cases', '/cases'],
    [
      '/recommendations?search=custody%20suite&board=learning',
      '/recommendations?search=custody%20suite&board=learning',
    ],
    ['/cases/2019-127918?to=https://evil.example', '/cases/2019-127918?to=https://evil.example'],
    ['/cases#notes', '/cases'],
    ['/cases/../staff', '/staff'],
    ['/sign-ins', '/sign-ins'],
  ])('is the page of this site that they asked for: %s', (to, goes) => {
    expect(pathOnSite(to)).toBe(goes);
  });

  test.each([
    undefined,
    '',
    'cases',
    'evil.example',
    'https://evil.example',
    'HTTPS://evil.example/cases',
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/cases\\evil',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\u0000/evil.example',
    '/cases\r\nSet-Cookie: a=b',
    ' /cases',
    '/ /evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    '/cases\u202e',
    `/${'a'.repeat(2_000)}`,
  ])('is the home page where anything else was asked for: %j', (to) => {
    expect(pathOnSite(to)).toBe('/');
  });

  test.each([
    '/sign-in',
    '/sign-in?to=/cases',
    '/sign-in?again=yes&to=%2Fsign-in',
    '/sign-in/',
    '/cases/../sign-in',
    '/mine/sign-in',
    '/mine/sign-out',
    '/signed-in',
    '/signed-in?code=1&state=2',
    '/sign-out',
    '/signed-out',
  ])('is the home page where the way in or out was asked for: %s', (to) => {
    expect(pathOnSite(to)).toBe('/');
  });

  test('is on this site whatever was asked for, also as a browser reads it', async () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%2f',
      '@',
      ':',
      '?',
      '#',
      'evil.example',
      '\t',
      '\n',
      ' ',
      'a',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const goes = pathOnSite(`/${pieces.join('')}`);
        expect(new URL(goes, 'https://tracker.example/signed-in').host).toBe('tracker.example');
        expect(goes).toMatch(/^\/(?![/\\])[^\s\\]*$/);
      }),
    );
  });
});
