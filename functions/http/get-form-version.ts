// GET /forms/{id}/versions/{version}: a published version, with its very content.
import { definitionUrl } from '../../forms/addresses.ts'
import type { VersionView } from '../../forms/publishing-wire.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { publishedVersion } from '../publishing/published-version.ts'
import { getEditing } from '../store/drafts.ts'
import { versionContentOf } from '../store/form-versions.ts'

export const handler = http({
  route: 'GET /forms/{id}/versions/{version}',
  read: ({ params }) => getEditing(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: form, params }) => {
    const kept = await publishedVersion(form, params.version ?? '')
    const { version, sha256, publishedAt, publishedBy } = kept
    return ok({
      version,
      sha256,
      definitionUrl: definitionUrl({ formId: form.id, formVersion: version }),
      content: versionContentOf(kept),
      publishedAt,
      ...(publishedBy ? { publishedBy: publishedBy.name } : {}),
    } satisfies VersionView)
  },
})
