import { render, type VNode } from 'preact'

/** Puts the live page in the place of the one the build wrote into the document. */
export const mount = (page: VNode): void => {
  const place = document.getElementById('page')
  if (place) render(page, place)
}
