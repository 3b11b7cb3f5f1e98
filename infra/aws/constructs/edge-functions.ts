import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Site } from '../site.ts'

/** Names of files that the build compresses (web/build/compress.ts). */
const COMPRESSED = /\.(?:html|css|js|svg|json|txt)$/

/** The code of the site's viewer-request function: viewer-request.js with what exists on this site before it. */
export const siteFunctionCode = ({ files, headers, notFoundPage }: Site): string => {
  const pages = files.filter((path) => !path.startsWith('/assets/'))
  const notFound = {
    statusCode: 404,
    statusDescription: 'Not Found',
    headers: Object.fromEntries(
      Object.entries({
        ...headers,
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
      }).map(([name, value]) => [name, { value }]),
    ),
    body: { encoding: 'text', data: notFoundPage },
  }
  return [
    `var FILES = new Set(${JSON.stringify(pages)})`,
    // The page's settings are written by upload-site, as they are.
    `var COMPRESSED = /^(?!\\/config\\.json$).*${COMPRESSED.source}/`,
    `var NOT_FOUND = ${JSON.stringify(notFound)}`,
    readFileSync(join(import.meta.dirname, '../viewer-request.js'), 'utf8'),
  ].join('\n')
}

/** The code of the fill pages' function: a folder stands for its index.html. */
export const folderFunctionCode = `function handler(event) {
  var request = event.request
  if (request.uri.endsWith('/')) request.uri += 'index.html'
  return request
}
`
