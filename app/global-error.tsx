'use client';
import en from '@/lib/i18n/messages/en/common.json';
import zh from '@/lib/i18n/messages/zh/common.json';
import classes from './global-error.module.css';

/** The last resort, when the frame itself failed: plain, and in both languages at once. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body className={classes.body}>
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
