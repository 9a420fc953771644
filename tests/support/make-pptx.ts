import { strToU8, zipSync } from 'fflate';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A slide: the XML of its shapes, and what the speaker says. */
export interface Slide {
  shapes: string;
  notes?: string;
  /** Labels of a diagram. */
  diagram?: string[];
  isHidden?: boolean;
  /** What people wrote about it. */
  comments?: string[];
  /** The XML of a chart. */
  chart?: string;
}

/** A PowerPoint presentation of these slides. */
export function makePptx(slides: Slide[]): Uint8Array {
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const list = (entries: string[]) =>
    `<Relationships xmlns="${packages}/relationships">${entries.join('')}</Relationships>`;
  const tree = (shapes: string) => `<p:cSld><p:spTree>${shapes}</p:spTree></p:cSld>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>`,
    '_rels/.rels': list([relationship('r1', 'officeDocument', 'ppt/presentation.xml')]),
    'ppt/presentation.xml': `<p:presentation ${spaces}><p:sldIdLst>${slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="s${at}"/>`).join('')}</p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>`,
    // The last slide is the first file: the order is that of the presentation, not of the names.
    'ppt/_rels/presentation.xml.rels': list(
      slides.map((_, at) =>
        relationship(`s${at}`, 'slide', `slides/slide${slides.length - at}.xml`),
      ),
    ),
  };
  slides.forEach(({ shapes, notes, diagram, isHidden, comments, chart }, at) => {
    const number = slides.length - at;
    const show = isHidden ? 'show="0"' : '';
    parts[`ppt/slides/slide${number}.xml`] = `<p:sld ${spaces} ${show}>${tree(shapes)}</p:sld>`;
    const links: string[] = [];
    if (notes) {
      links.push(relationship('n', 'notesSlide', `../notesSlides/notesSlide${number}.xml`));
      parts[`ppt/notesSlides/notesSlide${number}.xml`] =
        `<p:notes ${spaces}>${tree(shape([notes], { placeholder: 'body' }) + shape([String(number)], { placeholder: 'sldNum' }))}</p:notes>`;
    }
    if (diagram) {
      links.push(relationship('d', 'diagramData', `../diagrams/data${number}.xml`));
      const points = diagram.map(
        (label) => `<dgm:pt><dgm:t><a:p><a:r><a:t>${label}</a:t></a:r></a:p></dgm:t></dgm:pt>`,
      );
      parts[`ppt/diagrams/data${number}.xml`] =
        `<dgm:dataModel xmlns:dgm="x" ${spaces}><dgm:ptLst>${points.join('')}</dgm:ptLst></dgm:dataModel>`;
    }
    if (comments) {
      links.push(relationship('c', 'comments', `../comments/comment${number}.xml`));
      const remarks = comments.map((text) => `<p:cm authorId="0"><p:text>${text}</p:text></p:cm>`);
      parts[`ppt/comments/comment${number}.xml`] =
        `<p:cmLst ${spaces}>${remarks.join('')}</p:cmLst>`;
    }
    if (chart) {
      links.push(relationship('h', 'chart', `../charts/chart${number}.xml`));
      parts[`ppt/charts/chart${number}.xml`] =
        `<c:chartSpace xmlns:c="x" ${spaces}>${chart}</c:chartSpace>`;
    }
    parts[`ppt/slides/_rels/slide${number}.xml.rels`] = list(links);
  });
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
  );
}

/** How a shape is made: `at` are its place and size, `fill` and `properties` XML. */
interface ShapeOptions {
  placeholder?: string;
  bullets?: boolean;
  at?: [x: number, y: number, width: number, height: number];
  fill?: string;
  /** Of its runs. */
  properties?: string;
}

/** A shape with paragraphs; `bullets` puts a mark before each. */
export function shape(
  texts: string[],
  { placeholder, bullets, at, fill = '', properties = '' }: ShapeOptions = {},
): string {
  const type = placeholder ? `<p:ph type="${placeholder}"/>` : '';
  const mark = bullets ? '<a:pPr><a:buChar char="•"/></a:pPr>' : '';
  const paragraphs = texts.map(
    (text) => `<a:p>${mark}<a:r>${properties}<a:t>${text}</a:t></a:r></a:p>`,
  );
  const [x, y, width, height] = at ?? [];
  const place = at
    ? `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>`
    : '';
  return `<p:sp><p:nvSpPr><p:cNvPr id="2" name="x"/><p:nvPr>${type}</p:nvPr></p:nvSpPr><p:spPr>${place}${fill}</p:spPr><p:txBody>${paragraphs.join('')}</p:txBody></p:sp>`;
}

/** A table; each cell is its text, or attributes and text. */
export function slideTable(rows: (string | { text: string; attributes: string })[][]): string {
  const cells = rows.map((row) =>
    row.map((cell) => {
      const { text, attributes } = typeof cell === 'string' ? { text: cell, attributes: '' } : cell;
      return `<a:tc ${attributes}><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`;
    }),
  );
  return `<p:graphicFrame><a:graphic><a:graphicData><a:tbl>${cells.map((row) => `<a:tr>${row.join('')}</a:tr>`).join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
}
