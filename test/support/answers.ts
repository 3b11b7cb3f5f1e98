import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FormInfo } from '../../forms/nouns/form.ts'
import { bilanAnswers } from '../../infra/local/demo-answers.ts'

const formJson = join(import.meta.dirname, '../../forms/definitions/clas-bilan/form.json')

/** Complete, valid answers to clas-bilan as the demo Caf of Savoie publishes it. */
export const validAnswers = () => bilanAnswers(FormInfo.parse(JSON.parse(readFileSync(formJson, 'utf8'))))
