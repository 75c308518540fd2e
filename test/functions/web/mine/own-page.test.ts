import { describe, expect, test } from 'vitest';
import { ownPage } from '../../../../functions/web/mine/own-page.ts';

describe('after signing in', () => {
  test.each(['/mine', '/mine/2019-127918/1', '/mine/2019-127918/1/another-date'])(
    '%s is where an owner wanted to go',
    (to) => {
      expect(ownPage(to)).toBe(to);
    },
  );

  test.each([
    [undefined],
    [''],
    ['/'],
    ['/cases/2019-127918'],
    ['/minerals'],
    ['mine'],
    ['//evil.example/mine'],
    ['https://evil.example/mine'],
    ['/mine//evil.example'],
    ['/mine/'],
    ['/mine/../cases'],
    ['/mine/%2e%2e/cases'],
    ['/mine/..%2fcases'],
    ['/mine\\@evil.example'],
    ['/mine@evil.example'],
    ['/mine?next=//evil.example'],
    ['/mine#evil'],
    ['/mine/a\r\nset-cookie: x=y'],
    ['/mine/a\n'],
    ['javascript:alert(1)'],
    ['/MINE/2019-127918/1'],
    [`/mine/${'a'.repeat(65)}`],
    ['/mine/a/b/c/d/e/f'],
    ['/mine/sign-in'],
    ['/mine/code'],
    ['/mine/sign-out'],
  ])('%j leads to their list', (to) => {
    expect(ownPage(to)).toBe('/mine');
  });
});
