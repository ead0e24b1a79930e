/** The picture that is shown, in pixels: drawn by the browser from a copy in which every style is written out. */

/** Properties that decide how SVG looks; custom properties are worked out in them. */
const PROPERTIES = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'stroke-opacity', 'opacity', 'font-family', 'font-size',
  'font-weight', 'font-style', 'text-anchor', 'dominant-baseline', 'display', 'visibility', 'paint-order', 'letter-spacing', 'text-decoration',
] as const;
/** Twice as fine as the screen, so that it stays sharp on a slide. */
const FINENESS = 2;
/** Browsers make no larger pictures. */
const LARGEST = 16_000;
const MOST_PIXELS = 120_000_000;

/** An SVG document, and how large it is. */
export interface Drawn {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** What the page shows, in the colours in which it shows it. */
export function pictureOf(svg: SVGSVGElement): Drawn {
  return { svg: new XMLSerializer().serializeToString(styled(svg)), ...sizeOf(svg) };
}

/** An SVG document that is there as text. */
export function documentOf(svg: string): Drawn {
  return { svg, ...sizeOf(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement) };
}

function sizeOf(svg: Element): { readonly width: number; readonly height: number } {
  return { width: Number(svg.getAttribute('width')), height: Number(svg.getAttribute('height')) };
}

/** A PNG of it on a ground. Rejects where the browser cannot make it. */
export async function rasterise({ svg, width, height }: Drawn, background: string): Promise<Blob> {
  const scale = Math.min(FINENESS, LARGEST / width, LARGEST / height, Math.sqrt(MOST_PIXELS / (width * height)));
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('The browser draws no pictures here');
    context.fillStyle = background;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, 'image/png'); });
    if (blob === null) throw new Error('The picture is too large for a PNG: save it as SVG');
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A copy that looks the same without any style sheet. */
function styled(svg: SVGSVGElement): Node {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGElement)) throw new Error('No picture');
  const originals = [svg, ...svg.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  originals.forEach((original, index) => {
    const target = copies[index];
    if (!(target instanceof SVGElement)) return;
    const computed = getComputedStyle(original);
    for (const property of PROPERTIES) target.setAttribute(property, computed.getPropertyValue(property));
    for (const name of ['data-selected', 'data-near', 'tabindex', 'class', 'style']) target.removeAttribute(name);
  });
  for (const toggle of copy.querySelectorAll('[data-fold]')) toggle.remove();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return copy;
}

/** Bytes as text that a message can carry. */
export async function base64Of(blob: Blob): Promise<string> {
  const reader = new FileReader();
  const read = new Promise<string>((resolve, reject) => {
    reader.addEventListener('load', () => { resolve(typeof reader.result === 'string' ? reader.result : ''); });
    reader.addEventListener('error', () => { reject(reader.error ?? new Error('The picture could not be read')); });
  });
  reader.readAsDataURL(blob);
  return (await read).replace(/^[^,]*,/, '');
}
