// Nothing is fetched from elsewhere: it would tell another site who fills what, and the site's own policy refuses it.
import { everything, type Reading, removing, type Told } from './reading.ts'

const NAMES = /(?:url|link|logo|image|src|href)$/i
const ELSEWHERE = /^\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i

export const addressesIn = ({ content }: Reading): Told[] =>
  [...everything(content.definition, ['definition'])].flatMap(({ json, path }): Told[] => {
    const isAddress = path.slice(-2).some((part) => typeof part === 'string' && NAMES.test(part))
    if (typeof json !== 'string' || !isAddress || !ELSEWHERE.test(json) || path.includes('defaultValue'))
      return []
    const shown = json.trim().slice(0, 60)
    return [
      {
        check: 'external-address',
        path,
        detail: /^\s*data:/i.test(json)
          ? 'Une image ne s’écrit pas dans le questionnaire : retirez-la.'
          : `Un questionnaire ne va rien chercher ailleurs : retirez l’adresse « ${shown} ».`,
        fix: removing(path, 'Retirer cette adresse'),
      },
    ]
  })
