const digits = '〇一二三四五六七八九';
const powers = ['', '十', '百', '千'];

/** 1 to 9999 as Chinese counts: 二十一. Larger ones in digits. */
export function chineseNumber(value: number): string {
  if (value < 1 || value > 9999) return String(value);
  const places = [...String(value)].map(Number);
  const words = places.map((digit, at) =>
    digit === 0 ? '〇' : (digits[digit] ?? '') + (powers[places.length - 1 - at] ?? ''),
  );
  return words.join('').replace(/〇+$/, '').replace(/〇+/g, '〇').replace(/^一十/, '十');
}

/** a, b, … z, aa, bb, as lists count. */
export function letterNumber(value: number): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return value < 1 || value > 260 ? String(value) : letter.repeat(Math.ceil(value / 26));
}

const romans: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** 1 to 3999 in Roman letters. */
export function romanNumber(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, letters] of romans) {
    while (rest >= worth) {
      text += letters;
      rest -= worth;
    }
  }
  return text;
}
