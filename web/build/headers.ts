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

/** Every header, by name. */
export const securityHeaders = (csp: string): Record<string, string> => ({
  'content-security-policy': csp,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
})
