// The static files of a version, by address: its definition, its fill page with a first page ready, and what to gather
// before filling it, as a page and a PDF.
import { dataMapPath, dataMapPdfUrl, definitionUrl, fillPagePath } from '../../forms/addresses.ts'
import { dataMapPdf } from '../documents/data-map-pdf.ts'
import { formVersionOf, type KeptVersion } from '../store/form-versions.ts'
import type { Prerenderer } from './prerenderer.ts'

export type StaticFiles = Readonly<Record<string, string | Uint8Array>>

/** The files of a version. The definition's is for ever; the others follow the site that renders them. */
export const staticFilesOf = async (
  kept: KeptVersion,
  site: Prerenderer | undefined,
): Promise<StaticFiles> => {
  const form = formVersionOf(kept)
  const address = { formId: form.formId, formVersion: form.version }
  return {
    [definitionUrl(address)]: kept.definition,
    [dataMapPdfUrl(address)]: await dataMapPdf(form),
    ...(site
      ? {
          [`${fillPagePath(address)}index.html`]: site.fillPage(form),
          [`${dataMapPath(address)}index.html`]: site.dataMapPage(form),
        }
      : {}),
  }
}
