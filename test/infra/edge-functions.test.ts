// The functions that CloudFront runs, run here on the built site: the emulator has no CloudFront.
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { folderFunctionCode, siteFunctionCode } from '../../infra/aws/constructs/edge-functions.ts'
import { readSite } from '../../infra/aws/site.ts'

/** CloudFront's own limit on a function. */
const MAX_BYTES = 10 * 1024
const site = readSite()

const run = (code: string, uri: string, encoding = '') =>
  runInNewContext(`${code}; handler(event)`, {
    event: {
      request: { method: 'GET', uri, headers: encoding ? { 'accept-encoding': { value: encoding } } : {} },
    },
  })
const atSite = (uri: string, encoding?: string) => run(siteFunctionCode(site), uri, encoding)

describe('the function before the site', () => {
  it.each([
    ['/', '/index.html'],
    ['/caf/', '/caf/index.html'],
    ['/caf', '/caf/index.html'],
    ['/favicon.svg', '/favicon.svg'],
    ['/config.json', '/config.json'],
    ['/assets/app-OLDVERSION.js', '/assets/app-OLDVERSION.js'],
  ])('asks for %s as %s', (uri, asked) => {
    expect(atSite(uri).uri).toBe(asked)
  })

  it('asks for every page by its address, and by the brotli form where that is taken', () => {
    for (const file of site.files.filter((path) => path.endsWith('/index.html'))) {
      const address = file.replace(/index\.html$/, '')
      expect(atSite(address).uri).toBe(file)
      expect(atSite(address, 'gzip, deflate, br, zstd').uri).toBe(`${file}.br`)
      expect(atSite(address, 'gzip').uri).toBe(file)
    }
  })

  it('never asks for a brotli form of what has none', () => {
    expect(atSite('/config.json', 'br').uri).toBe('/config.json')
  })

  it.each([
    '/nulle-part',
    '/nulle-part/',
    '/caf/nulle-part',
    '/.env',
    '/index.php',
    '/toString',
    '/__proto__',
  ])('answers %s by our own page, as not found, under the site’s headers', (uri) => {
    const reply = atSite(uri, 'br')
    expect([reply.statusCode, reply.body.data]).toEqual([404, site.notFoundPage])
    expect(reply.headers['content-security-policy'].value).toBe(site.headers['content-security-policy'])
    expect(reply.headers['content-type'].value).toBe('text/html; charset=utf-8')
  })

  it('is within what CloudFront takes', () => {
    expect(Buffer.byteLength(siteFunctionCode(site))).toBeLessThan(MAX_BYTES)
  })
})

describe('the function before the fill pages', () => {
  it.each([
    ['/remplir/clas-bilan/1/', '/remplir/clas-bilan/1/index.html'],
    ['/remplir/clas-bilan/1/index.html', '/remplir/clas-bilan/1/index.html'],
  ])('asks for %s as %s', (uri, asked) => {
    expect(run(folderFunctionCode, uri).uri).toBe(asked)
  })
})
