import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './globals.css';
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { currentPrincipal } from '@/app/_auth/current-principal';
import { signOut } from '@/app/_auth/sign-out';
import { AppShell } from '@/app/_ui/app-shell';
import { navigationFor } from '@/app/_ui/navigation';
import { Providers } from '@/app/_ui/providers';
import type { Principal } from '@/lib/auth/principal';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  const name = t('productName');
  return { title: { default: name, template: `%s · ${name}` }, description: t('tagline') };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
};

function accountOf(principal: Principal) {
  if (principal.kind === 'guest') return null;
  return { name: principal.name ?? principal.email ?? principal.id, email: principal.email };
}

/** The frame around every page. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const principal = await currentPrincipal();
  const { agents: _spokenByAgents, policy: _saidOfThePolicy, ...messages } = await getMessages();
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang={(await getLocale()) === 'zh' ? 'zh-CN' : 'en'} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" suppressHydrationWarning />
      </head>
      <body>
        <NextIntlClientProvider messages={messages}>
          <Providers>
            <AppShell
              items={navigationFor(principal)}
              account={accountOf(principal)}
              signOut={signOut}
            >
              {children}
            </AppShell>
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
