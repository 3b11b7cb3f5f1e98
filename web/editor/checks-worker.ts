// The checks of a questionnaire, in a worker: SurveyJS's linter and the readers of HTML and of regular expressions weigh
// more than the editor itself, and typing never waits for them.
import { findingsIn } from '../../forms/checking/findings-in.ts'
import type { CheckAnswer, CheckRequest } from './use-findings.ts'

self.addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  const answer: CheckAnswer = { id: data.id, findings: findingsIn(data.content) }
  self.postMessage(answer)
})
