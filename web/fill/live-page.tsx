// Takes the document's place once the response is known, and says why when it cannot be.
import { ErrorState } from '../shared/feedback.tsx'
import { mount } from '../shared/mount.tsx'
import { Shell } from '../shared/shell.tsx'
import { FIRST_PAGE } from './fill-frame.tsx'
import { FillView } from './fill-view.tsx'
import { startFilling } from './filling.ts'
import { loadDossier } from './load-dossier.ts'
import { loadSurvey } from './load-survey.ts'

const inertHtml = document.getElementById(FIRST_PAGE)?.innerHTML ?? ''

const start = async (): Promise<void> => {
  try {
    const filling = await startFilling(await loadDossier())
    mount(<FillView filling={filling} inertHtml={inertHtml} />)
  } catch (error) {
    mount(
      <Shell current="/mes-demarches/">
        <ErrorState error={error} onRetry={start} />
      </Shell>,
    )
  }
}

// SurveyJS takes longest to arrive: it is asked for at once, and run when the questionnaire is built.
loadSurvey().catch(() => undefined)
start()
