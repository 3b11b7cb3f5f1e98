// What the Cafs of the platform say of its accessibility, for the footer of the home page: nothing while it is not
// known, nor where they do not say the same.
import { conformities, conformityWords } from '../../forms/conformity.ts'

/** « partiellement conforme »; undefined when there is nothing to say. Never rejects. */
export const saidConformity = async (): Promise<string | undefined> => {
  try {
    const reply = await fetch('/api/notices')
    const body: unknown = reply.ok ? await reply.json() : undefined
    const said: unknown = Object(body).state
    const state = conformities.find((one) => one === said)
    return state && conformityWords[state]
  } catch {
    return undefined
  }
}
