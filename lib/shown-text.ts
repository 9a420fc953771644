/**
 * What cannot be seen and is needed all the same: joined and coloured emoji, flags of regions, keys,
 * forms of Chinese characters. Anything else that is invisible, or turns the order of letters, is
 * the second choice.
 */
const signs =
  /(\p{RGI_Emoji_Tag_Sequence}|\p{Extended_Pictographic}[\uFE0E\uFE0F\p{Emoji_Modifier}]?(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?)*|[0-9#*]\uFE0F\u20E3|\p{Script=Han}[\uFE00-\uFE02\u{E0100}-\u{E01EF}])|[[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]--[\n\t]]/gv;

/**
 * A text as people may be asked to agree to it: whatever would make them read something else than
 * what is sent, such as a change of direction or a character without width, is written out as
 * `⟨U+202E⟩`. Shown twice, it is the same.
 */
export function shownText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(signs, (sign, needed?: string) => needed ?? `⟨U+${codeOf(sign)}⟩`);
}

const codeOf = (sign: string) =>
  (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
