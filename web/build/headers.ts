// The security headers of every reply of the site (design §5). CloudFront sends them on AWS, the local server here.
import { createHash } from 'node:crypto'

/** `'sha256-…'` of each style block in the HTML: what a CSP needs to let exactly these blocks in. */
export const styleHashesOf = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)]
      .map(([, text = '']) => text)
      .filter((text) => text !== '')
      .map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`),
  ),
]

/** The content security policy: this site's own files, and the given inline style blocks. */
export const contentSecurityPolicy = (styleHashes: readonly string[]): string =>
  [
    "default-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ['style-src', "'self'", ...styleHashes].join(' '),
  ].join('; ')

/** Where web/service-worker.ts is, at the top of the site: what is under its address is what it may open. */
const SERVICE_WORKER = '/service-worker.js'

/**
 * Where the headers differ, by the beginning of the address. The preview of a questionnaire is shown in a frame of the
 * editor; sandboxed, it has no origin, so that its scripts and styles come by CORS. Assets are the same for everybody and
 * ask for no cookie: anybody may read them. The service worker is asked for again each time, or it would never change.
 */
export const headersByPath = (csp: string): Record<string, Record<string, string>> => ({
  '/apercu/': securityHeaders(csp.replace("frame-ancestors 'none'", "frame-ancestors 'self'")),
  '/assets/': { ...securityHeaders(csp), 'access-control-allow-origin': '*' },
  [SERVICE_WORKER]: { ...securityHeaders(csp), 'cache-control': 'no-cache' },
})

/** Every header, by name. */
export const securityHeaders = (csp: string): Record<string, string> => ({
  'content-security-policy': csp,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
})
