// The static site on one machine, with the headers that CloudFront sends on AWS.
import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import * as z from 'zod'
import { isForEver } from '../../forms/addresses.ts'

const Headers = z.record(z.string(), z.string())
const IMMUTABLE = 'public, max-age=31536000, immutable'

/**
 * Serves the built site, then the published forms. `dist/headers.json` holds the security headers that the build
 * computed. Hashed assets and published definitions are immutable; pages are always asked for again.
 */
export const createSite = (distDir: string, publishedDir: string) => {
  const security = securityHeaders(distDir)
  const byPath = Object.entries(headersByPath(distDir))
  const options = {
    etag: true,
    brotli: true,
    gzip: true,
    dev: false,
    setHeaders: (response: ServerResponse, path: string) => {
      response.setHeader('cache-control', isForEver(path) ? IMMUTABLE : 'no-cache')
    },
  }
  const built = existsSync(distDir) ? sirv(join(distDir, 'site'), options) : undefined
  const published = sirv(publishedDir, { ...options, dev: true })
  const notFoundPage = join(distDir, 'site/404.html')

  return (request: IncomingMessage, response: ServerResponse): void => {
    const [, headers = security] = byPath.find(([start]) => request.url?.startsWith(start)) ?? []
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    const missing = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
      response.end(existsSync(notFoundPage) ? readFileSync(notFoundPage) : 'Cette page n’existe pas.')
    }
    const thenPublished = () => published(request, response, missing)
    if (built) built(request, response, thenPublished)
    else thenPublished()
  }
}

/** The headers of every page, as the build computed them; none before it has run. */
export const securityHeaders = (distDir: string): Record<string, string> => {
  const file = join(distDir, 'headers.json')
  return existsSync(file) ? Headers.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
}

/** Where the headers are others, by the beginning of the address. */
const headersByPath = (distDir: string): Record<string, Record<string, string>> => {
  const file = join(distDir, 'headers-by-path.json')
  return existsSync(file) ? z.record(z.string(), Headers).parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
}
