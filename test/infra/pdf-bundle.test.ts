// What draws a PDF works once it is bundled: pdfkit looks for its fonts beside itself, where a bundle has none.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, expect, it } from 'vitest'
import { bundling } from '../../infra/aws/bundle.ts'

const outdir = mkdtempSync(join(tmpdir(), 'echeance-pdf-bundle-'))
afterAll(() => rmSync(outdir, { recursive: true, force: true }))

it('draws in the fonts of our documents, bundled as a function is', async () => {
  const outfile = join(outdir, 'paper.mjs')
  const paper = join(import.meta.dirname, '../../functions/documents/paper.ts')
  await build({ entryPoints: [paper], outfile, ...bundling })
  const { paper: draw } = await import(outfile)
  const doc = draw({ title: 'Essai', author: 'x', subject: 'x', at: '2026-06-10T09:00:00.000Z' })
  for (const font of ['Helvetica', 'Helvetica-Bold'])
    expect(() => doc.font(font).text('Échéance')).not.toThrow()
  doc.end()
})
