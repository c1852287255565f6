/** Security headers and the CSP nonce are set by the server around Next (lib/web/server.ts), on every response alike. */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // Types are checked by `npm run check`, once, with everything else.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "postgres",
    "pino",
    "graphile-worker",
    "ldapts",
    "nodemailer",
    "date-holidays",
    "prom-client",
  ],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
};
