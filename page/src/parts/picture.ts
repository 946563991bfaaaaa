import { save } from './files.js';

/** What the style sheets say of an element, as far as it matters in a picture that stands alone. */
const KEPT = [
  ...[
    'fill',
    'fill-opacity',
    'stroke',
    'stroke-width',
    'stroke-opacity',
    'stroke-dasharray',
    'stroke-linejoin',
  ],
  ...['opacity', 'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'dominant-baseline'],
];
const SHARPNESS = 2;

function standalone(svg: SVGSVGElement): { text: string; width: number; height: number } {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const from = svg.querySelectorAll<SVGElement>('*');
  const to = copy.querySelectorAll<SVGElement>('*');
  from.forEach((element, at) => {
    const style = getComputedStyle(element);
    const target = to[at]!;
    for (const name of KEPT) target.setAttribute(name, style.getPropertyValue(name));
    if (style.display === 'none' || style.visibility === 'hidden') target.setAttribute('display', 'none');
    target.removeAttribute('class');
  });
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.removeAttribute('class');
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  paper.setAttribute('width', String(width));
  paper.setAttribute('height', String(height));
  paper.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.prepend(paper);
  for (const left of copy.querySelectorAll('[data-not-in-picture]')) left.remove();
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

/** Saves a chart as it is seen, with its styles in it. */
export async function saveSvg(svg: SVGSVGElement, name: string): Promise<void> {
  save(`${name}.svg`, new Blob([standalone(svg).text], { type: 'image/svg+xml' }));
}

/** Saves a chart as a picture of twice its size. */
export async function savePng(svg: SVGSVGElement, name: string): Promise<void> {
  const { text, width, height } = standalone(svg);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('This browser could not draw the chart.');
  save(`${name}.png`, blob);
}
