// The document of a fill page as publication writes it: title, what to prepare, and the first page of questions as
// SurveyJS draws it, inert until the page is live.
import { renderToString } from 'preact-render-to-string'
import type { FormVersion } from '../../forms/nouns/form.ts'
import { withNotices } from '../../forms/text-notices.ts'
import { OpeningBanner } from './banner.tsx'
import { FIRST_PAGE, FillFrame, Preparation, SectionTitle } from './fill-frame.tsx'
import { SectionNav } from './section-nav.tsx'
import { buildSurvey } from './survey.tsx'

/** The HTML of the first page of a form version, to stand in the page's shell. */
export const prerenderFirstPage = ({
  definition,
  info,
  formId,
  version,
}: Pick<FormVersion, 'definition' | 'info' | 'formId' | 'version'>): string => {
  const { survey, steps } = buildSurvey({
    definition: withNotices(definition, info.notices),
    answers: {},
    serverSet: {},
    sanitise: textOf,
    onChange: () => {},
  })
  for (const _ of steps);
  const [first] = info.sections
  if (!first) throw new Error(`${info.id} has no section`)
  return renderToString(
    <FillFrame
      title={info.title}
      context={`Environ ${info.estimatedMinutes} minutes`}
      banner={<OpeningBanner />}
      nav={
        <SectionNav
          items={info.sections}
          isCounted={false}
          current={first.name}
          hrefOf={(section) => `#${section}`}
          onGo={() => {}}
          review={<span>Relire et transmettre</span>}
        />
      }
    >
      <SectionTitle number={1} title={first.title} />
      <Preparation {...info} id={formId} version={version} />
      <div class="questions">
        <div id={FIRST_PAGE} inert>
          <survey.Section name={first.name} whole />
        </div>
      </div>
    </FillFrame>,
  )
}

/** Of HTML, in Node, only its words: the live page cleans it with what a browser has. */
const textOf = (html: string): string => html.replaceAll(/<[^>]*>/g, '')
