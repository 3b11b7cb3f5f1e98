// What draws a PDF works once it is bundled: its fonts are files, which stand beside the code.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, expect, it } from 'vitest'
import { bundling, copyFonts } from '../../infra/aws/bundle.ts'

const outdir = mkdtempSync(join(tmpdir(), 'echeance-pdf-bundle-'))
afterAll(() => rmSync(outdir, { recursive: true, force: true }))

it('draws in the fonts of our documents, bundled as a function is', async () => {
  const outfile = join(outdir, 'paper.mjs')
  const paper = join(import.meta.dirname, '../../functions/documents/paper.ts')
  await build({ entryPoints: [paper], outfile, ...bundling })
  const code = readFileSync(outfile, 'utf8')
  await copyFonts(code, outdir)
  expect(readdirSync(join(outdir, 'node_modules/dejavu-fonts-ttf/ttf'))).toEqual([
    'DejaVuSansCondensed-Bold.ttf',
    'DejaVuSansCondensed.ttf',
  ])
  const { paper: draw, write } = await import(outfile)
  const doc = draw({ title: 'Essai', author: 'x', subject: 'x', at: '2026-06-10T09:00:00.000Z' })
  for (const bold of [false, true]) expect(() => write(doc, 'Kovačević-Łoś', { bold })).not.toThrow()
  doc.end()
  // The Brotli of fontkit would be twice all that is left of it.
  expect(statSync(outfile).size).toBeLessThan(550_000)
})
