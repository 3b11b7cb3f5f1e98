// Takes the document's place once the response is known, and says why when it cannot be.
import './fill-parts.ts'
import { ErrorState } from '../shared/feedback.tsx'
import { keepPage } from '../shared/keep-page.ts'
import { mount } from '../shared/mount.tsx'
import { Shell } from '../shared/shell.tsx'
import { FIRST_PAGE } from './fill-frame.tsx'
import { FillView } from './fill-view.tsx'
import { type Filling, startFilling } from './filling.ts'
import { asksToCorrect, type Dossier, keepHere, keptHere, loadDossier } from './load-dossier.ts'
import { loadSurvey } from './load-survey.ts'
import { afterPaint } from './slices.ts'

const inertHtml = document.getElementById(FIRST_PAGE)?.innerHTML ?? ''

const start = async (): Promise<void> => {
  try {
    const dossier = await loadDossier().catch(keptHere)
    if (asksToCorrect() && dossier.response.may.correct) return await correct(dossier)
    const filling = await startFilling(dossier)
    mount(<FillView filling={filling} inertHtml={inertHtml} />)
    if (dossier.keptAt === undefined) keepOnceLive(dossier, filling)
  } catch (error) {
    mount(
      <Shell current="/mes-demarches/">
        <ErrorState error={error} onRetry={start} />
      </Shell>,
    )
  }
}

/** Keeps the dossier, and the page once its questions are there: then it has loaded what it needs. */
const keepOnceLive = (dossier: Dossier, filling: Filling): void => {
  keepHere(dossier)
  if (dossier.response.trial) return
  const stop = filling.listen(() => {
    if (!filling.survey()) return
    stop()
    afterPaint().then(keepPage)
  })
}

/** An agent corrects in the very questionnaire; partners do not load that. */
const correct = async (dossier: Dossier): Promise<void> => {
  const [{ startCorrecting }, { CorrectView }] = await Promise.all([
    import('./correcting.ts'),
    import('./correct-view.tsx'),
  ])
  mount(<CorrectView correcting={await startCorrecting(dossier)} inertHtml={inertHtml} />)
}

// SurveyJS takes longest to arrive: it is asked for at once, and run when the questionnaire is built.
loadSurvey().catch(() => undefined)
start()
