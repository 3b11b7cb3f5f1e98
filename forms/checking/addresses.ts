// Nothing is fetched from elsewhere: it would tell another site who fills what, and the site's own policy refuses it.
import { isInline } from '../inline-images.ts'
import { everything, type Reading, removing, type Told } from './reading.ts'

const NAMES = /(?:url|link|logo|image|src|href)$/i
const ELSEWHERE = /^\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i

export const addressesIn = ({ content }: Reading): Told[] =>
  [...everything(content.definition, ['definition'])].flatMap(({ json, path }): Told[] => {
    const isAddress = path.slice(-2).some((part) => typeof part === 'string' && NAMES.test(part))
    if (typeof json !== 'string' || !isAddress || !ELSEWHERE.test(json) || path.includes('defaultValue'))
      return []
    // Those of images to look at or to choose from may stand in the questionnaire: images.ts says which.
    const isImage = path.slice(-2).includes('imageLink')
    if (isInline(json) && isImage) return []
    const shown = json.trim().slice(0, 60)
    if (isImage)
      return [
        {
          check: 'external-address',
          path,
          detail: `Un questionnaire ne va rien chercher ailleurs : choisissez l’image depuis un fichier, au lieu de l’adresse « ${shown} ».`,
        },
      ]
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
