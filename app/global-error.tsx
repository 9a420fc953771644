'use client';
import en from '@/lib/i18n/messages/en/common.json';
import zh from '@/lib/i18n/messages/zh/common.json';

// A style sheet of its own would be loaded by every page.
const style = {
  colorScheme: 'light dark',
  maxWidth: '34rem',
  margin: '15dvh auto',
  paddingInline: '1rem',
  fontFamily: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  lineHeight: 1.5,
};

/** The last resort, when the frame itself failed: plain, and in both languages at once. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body style={style}>
        <title>{en.productName}</title>
        <h1>{en.error.title}</h1>
        <p>{en.error.text}</p>
        <div lang="zh-CN">
          <h1>{zh.error.title}</h1>
          <p>{zh.error.text}</p>
        </div>
        <button type="button" onClick={reset}>
          {en.error.retry} · {zh.error.retry}
        </button>
      </body>
    </html>
  );
}
