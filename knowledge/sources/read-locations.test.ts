import { expect, test } from 'vitest';
import { readLocations } from './read-locations';

const millions = 10_000_000;

test('addresses are read as XML means them, and pictures of a page are no pages', () => {
  const xml = `<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY e "x">]><!-- <loc>/old</loc> -->
    <urlset xmlns:image="urn:image"><url><loc> /a?x=1&amp;y=&#50;&#x33; </loc>
    <image:image><image:loc>/a.png</image:loc></image:image></url>
    <url><loc><![CDATA[/b?x=1&y=2]]></loc></url><url><loc></loc></url></urlset>`;
  expect(readLocations(xml)).toEqual({ root: 'urlset', locations: ['/a?x=1&y=23', '/b?x=1&y=2'] });
  expect(readLocations('no XML')).toEqual({ root: null, locations: [] });
});

test.each([
  ['tags without end', '<a/>'],
  ['tags in each other', '<a>'],
  ['addresses that do not end', '<loc>'],
  ['tags that do not end', '<loc '],
  ['comments that do not end', '<!--'],
  ['verbatim parts that do not end', '<loc><![CDATA['],
  ['spaces', ' '],
  ['references', '<loc>&#1114112;&amp'],
])('a sitemap of nothing but %s takes no time', (_, part) => {
  const xml = `<urlset>${part.repeat(millions / part.length)}`;
  expect(readLocations(xml).root).toBe('urlset');
});
