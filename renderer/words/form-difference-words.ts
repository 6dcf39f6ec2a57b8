import type { FormDifference } from '../../shared/model/forms/design/form-differences.ts';
import { stageNames } from '../../shared/words/stage-words.ts';

/** What a form says otherwise than the one in use, in one sentence. */
export function formDifferenceSentence(difference: FormDifference): string {
  switch (difference.code) {
    case 'field-added':
      return `項目「${difference.label}」が加わります。`;
    case 'field-removed':
      return `項目「${difference.label}」がなくなります。`;
    case 'field-changed':
      return `項目「${difference.label}」の決まりが変わります。`;
    case 'shown':
      return `${table(difference)}に「${difference.label}」が出ます。`;
    case 'hidden':
      return `${table(difference)}に「${difference.label}」が出なくなります。`;
    case 'moved':
      return `${table(difference)}の「${difference.label}」が${difference.column}列目に移ります。`;
    case 'heading':
      return `${table(difference)}の${difference.column}列目の見出しが「${difference.before}」から「${difference.after}」に変わります。`;
    case 'width':
      return `${table(difference)}の${difference.column}列目「${difference.heading}」の幅が${difference.before}mmから${difference.after}mmに変わります。`;
    case 'cell-label':
      return `${table(difference)}の「${difference.label}」の欄内の見出しが${said(difference.before)}から${said(difference.after)}に変わります。`;
    case 'title':
      return `${table(difference)}の題名が変わります。`;
    case 'shape':
      return `${table(difference)}の取組の並べ方が変わります。`;
    case 'page':
      return `${table(difference)}の用紙か余白が変わります。`;
    case 'type':
      return `${table(difference)}の書体か文字の大きさが変わります。`;
    case 'others':
      return `${table(difference)}のそのほかの決まりが変わります。`;
  }
}

function table({ document }: { readonly document: 'declaration' | 'report' }): string {
  return `${stageNames[document]}の表`;
}

function said(label: string): string {
  return label === '' ? '「なし」' : `「${label}」`;
}
