// A file of the agent's as an image that a questionnaire can hold: made smaller in the browser, whatever the camera made.
import { MOST_IMAGE_LETTERS } from '../../../forms/inline-images.ts'

const MOST_FILE_BYTES = 20 * 1024 * 1024
const WIDEST = 480
const QUALITIES = [0.85, 0.7, 0.55, 0.4]

export type Shrunk = { readonly link: string } | { readonly fault: string }

/** The `data:` address of an image, or why there is none, in words. */
export const shrunkImage = async (file: File): Promise<Shrunk> => {
  if (file.size > MOST_FILE_BYTES) return { fault: 'Ce fichier dépasse 20 Mo : choisissez-en un plus léger.' }
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  if (!bitmap)
    return { fault: 'Ce fichier ne se lit pas comme une image : choisissez un PNG, un JPEG ou un WebP.' }
  let scale = Math.min(1, WIDEST / Math.max(bitmap.width, bitmap.height))
  for (let round = 0; round < 8; round += 1, scale *= 0.75) {
    const link = linksAt(bitmap, scale).find(({ length }) => length <= MOST_IMAGE_LETTERS)
    if (link) return { link }
  }
  return { fault: 'Cette image ne se réduit pas assez : choisissez-en une plus simple.' }
}

/** As it is where that is light (a drawing, a logo), else as a photograph on white, ever coarser. */
const linksAt = (bitmap: ImageBitmap, scale: number): string[] => {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (!context) return []
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  const whole = canvas.toDataURL('image/png')
  context.globalCompositeOperation = 'destination-over'
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  return [whole, ...QUALITIES.map((quality) => canvas.toDataURL('image/jpeg', quality))]
}
