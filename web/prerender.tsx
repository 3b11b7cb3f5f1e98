// What is rendered in Node: the document of every page when the site is built, and of a fill page when a form
// version is published. Bundled to dist/server/prerender.mjs.
import type { JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { dataMapOf } from '../forms/data-map.ts'
import { DATA_MAP_TITLE } from '../forms/data-map-words.ts'
import { defaultNotices } from '../forms/notices.ts'
import type { FormVersion } from '../forms/nouns/form.ts'
import { type ProblemName, problems } from '../forms/problems.ts'
import type { Assets } from './build/bundle.ts'
import { documentHtml } from './build/document.ts'
import { prerenderFirstPage } from './fill/prerender.tsx'
import { Home } from './home/home.tsx'
import { AccessibilityPage } from './info/accessibility-page.tsx'
import { NotFoundPage } from './info/not-found-page.tsx'
import { OfflinePage } from './info/offline-page.tsx'
import { PersonalDataPage } from './info/personal-data-page.tsx'
import { ProblemPage } from './info/problem-page.tsx'
import { type Page, pages } from './pages.ts'
import { DataMapPage } from './prepare/data-map.tsx'
import { dataMapPageFiles, fillPageFiles } from './published-pages.ts'
import { Loading } from './shared/feedback.tsx'
import './shared/french-spaces.ts'
import { Shell } from './shared/shell.tsx'

/** The addresses of the built files, put in by the build. */
declare const ASSETS: Assets

/** Every document of the site by its path under the site's folder. */
export const sitePages = (): Record<string, string> => ({
  ...Object.fromEntries(pages.map((page) => [`${page.path}index.html`, livePage(page)])),
  '404.html': plainPage('Page introuvable', <NotFoundPage />),
  'hors-connexion/index.html': plainPage('Hors connexion', <OfflinePage />),
  ...Object.fromEntries(
    problemNames.map((name) => [
      `problems/${name}/index.html`,
      plainPage(problems[name].title, <ProblemPage name={name} />),
    ]),
  ),
})

/** The document of the fill page of a form version: the first page of the questionnaire is in it, inert. */
export const fillPage = (form: FillForm): string =>
  documentHtml({
    title: form.info.title,
    files: ASSETS[fillPageFiles.entry] ?? { styles: [] },
    body: renderToString(
      <Shell>
        <div dangerouslySetInnerHTML={{ __html: withoutStyle(prerenderFirstPage(form)) }} />
      </Shell>,
    ),
  })

/** The document of what to gather before filling a form version. */
export const dataMapPage = (form: FormVersion): string => {
  const map = dataMapOf(form)
  return documentHtml({
    title: `${map.title} : ${DATA_MAP_TITLE.toLowerCase()}`,
    files: ASSETS[dataMapPageFiles.entry] ?? { styles: [] },
    body: renderToString(
      <Shell>
        <DataMapPage form={form} map={map} />
      </Shell>,
    ),
  })
}

/** The document of a page that only one machine serves, around HTML made there. */
export const localPage = (title: string, html: string): string =>
  plainPage(title, <div dangerouslySetInnerHTML={{ __html: html }} />)

/** SurveyJS writes sizes as style attributes, which the CSP refuses in a document; the live page sets them again. */
const withoutStyle = (html: string): string => html.replaceAll(/(<[^<>]*?) style="[^"]*"/g, '$1')

type FillForm = Pick<FormVersion, 'definition' | 'info' | 'formId' | 'version'>

const isProblemName = (name: string): name is ProblemName => name in problems

const problemNames = Object.keys(problems).filter(isProblemName)

/** What pages say in their document already, for who has no script. */
const written: Record<string, JSX.Element> = {
  '/': <Home />,
  '/accessibilite/': <AccessibilityPage notices={defaultNotices} />,
  '/donnees-personnelles/': <PersonalDataPage notices={defaultNotices} />,
}

const livePage = ({ title, entry, loading, path, framed = false }: Page): string =>
  documentHtml({
    title,
    framed,
    files: ASSETS[entry] ?? { styles: [] },
    body: renderToString(
      framed ? (
        <main>
          <h1>{title}</h1>
          <Loading label={loading} />
        </main>
      ) : (
        <Shell>
          {written[path] ?? (
            <>
              <h1>{title}</h1>
              <Loading label={loading} />
            </>
          )}
        </Shell>
      ),
    ),
  })

const plainPage = (title: string, content: JSX.Element): string =>
  documentHtml({ title, files: ASSETS[''] ?? { styles: [] }, body: renderToString(<Shell>{content}</Shell>) })
