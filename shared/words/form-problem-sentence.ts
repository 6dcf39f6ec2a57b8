import type { FormProblem } from '../model/forms/form-problems.ts';
import { stageNames } from './stage-words.ts';

/** What is wrong with a form and what to do, in one sentence. A new code does not compile until it has its own here. */
export function formProblemSentence(problem: FormProblem): string {
  switch (problem.code) {
    case 'table-too-wide':
      return `${table(problem)}の幅（${problem.width}mm）が、用紙の余白の内側（${problem.room}mm）に収まらないため、列の幅か余白を小さくしてください。`;
    case 'page-without-room':
      return `${table(problem)}の用紙は、余白を除くと取組を書く高さが残らないため、上下の余白を小さくするか用紙を大きくしてください。`;
    case 'column-too-narrow':
      return `${column(problem)}は1文字も入らない幅のため、${problem.needed}mm以上に広げてください。`;
    case 'field-twice':
      return `${table(problem)}に「${problem.label}」が2か所あるため、1か所にしてください。`;
    case 'number-beside-fields':
      return `${column(problem)}には番号（NO.）とほかの項目が一緒に入っているため、番号だけの列にしてください。`;
    case 'parts-without-lines':
      return `${column(problem)}は目標1つずつの内容の列ですが、この表は1つの取組を1行にする形のため、目標ごとに行を分ける形にするか、列の中身を変えてください。`;
    case 'lines-without-parts':
      return `${table(problem)}は目標ごとに行を分ける形ですが、目標1つずつの内容の列がないため、「目標の内容」などの列を加えてください。`;
    case 'shape-undrawn':
      return `${table(problem)}の形（個票）は、この版のプログラムではまだ印刷できないため、1つの取組を1行にする形か、目標ごとに行を分ける形にしてください。`;
    case 'label-twice':
      return `「${problem.label}」という名前の項目が2つあるため、別の名前にしてください。`;
    case 'choices-missing':
      return `「${problem.label}」に選択肢がないため、1つ以上書いてください。`;
    case 'choice-twice':
      return `「${problem.label}」に選択肢「${problem.sign}」が2つあるため、1つにしてください。`;
    case 'word-too-wide':
      return `${column(problem)}では「${problem.word}」が途中で折り返されるため、${problem.needed}mm以上にすると読みやすくなります。`;
    case 'heading-too-tall':
      return `${column(problem)}の見出しが${problem.lines}行になるため、列を広げるか見出しを短くすると収まりがよくなります。`;
    case 'lines-overlap':
      return `${table(problem)}では行の高さが文字の大きさより小さく、文字の上下が欠けるため、行の高さを大きくしてください。`;
    case 'title-unprinted':
      return `${table(problem)}に「取組名」の列がないため、どの取組の行か分からなくなります。`;
    case 'number-unprinted':
      return `${table(problem)}に番号（NO.）の列がないため、行を番号で探せなくなります。`;
    case 'part-unprinted':
      return `${table(problem)}には${problem.of}のうち「${problem.label}」の列がないため、書いても印刷されません。`;
    case 'field-unprinted':
      return `「${problem.label}」はどの表の列にもないため、書いても印刷されません。`;
    case 'reported-too-early':
      return `「${problem.label}」は年度が終わってから書く項目ですが、${stageNames.declaration}の表にもあるため、春には空欄のままになります。`;
  }
}

function table({ document }: { readonly document: 'declaration' | 'report' }): string {
  return `${stageNames[document]}の表`;
}

function column({
  document,
  column: number,
  heading,
}: {
  readonly document: 'declaration' | 'report';
  readonly column: number;
  readonly heading: string;
}): string {
  return `${table({ document })}の${number}列目${heading === '' ? '' : `「${heading}」`}`;
}
