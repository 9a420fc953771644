/** Control words that stand for a character. */
export const characterWords: Record<string, string> = {
  tab: ' ',
  line: ' ',
  emspace: ' ',
  enspace: ' ',
  nestcell: ' ',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
};

/** Symbols after a backslash that stand for a character. An optional hyphen is none. */
export const characterSymbols: Record<string, string> = {
  '~': ' ',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
};

/** Groups whose text is not the document's: pictures, tables of formats, running heads, field codes. */
export const silentGroups = new Set(
  'pict object listtable listoverridetable rsidtbl generator themedata colorschememapping datastore latentstyles xmlnstbl mmathPr fldinst header headerl headerr headerf footer footerl footerr footerf nonshppict atnid atnauthor comment revtbl filetbl bkmkstart bkmkend tc xe author operator company keywords subject category manager doccomm'.split(
    ' ',
  ),
);

/** Windows code page of a font's character set. */
export const codePageOfCharset: Record<number, number> = {
  0: 1252,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};
