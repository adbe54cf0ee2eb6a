import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import styles from './search-combobox.module.css';

/** A stretch of the text, in UTF-16 units. */
export interface TextSpan {
  readonly at: number;
  readonly end: number;
}

export interface WrongPieceProps {
  readonly text: string;
  readonly span: TextSpan;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/** The same text behind the field, unseen but for a line under the wrong piece: a field cannot mark a part of its own text. */
export function WrongPiece({ text, span, inputRef }: WrongPieceProps): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const input = inputRef.current;
    if (input === null) return;
    const follow = () => {
      if (ref.current !== null) ref.current.scrollLeft = input.scrollLeft;
    };
    follow();
    input.addEventListener('scroll', follow);
    return () => input.removeEventListener('scroll', follow);
  }, [inputRef, text]);
  // What is missing has no width of its own: the letter before it is marked.
  const at = span.at === span.end ? Math.max(0, span.at - 1) : span.at;
  return (
    <div ref={ref} className={styles['mirror']} dir="auto" aria-hidden>
      {text.slice(0, at)}
      <span className={styles['wrong']}>{text.slice(at, span.end)}</span>
      {text.slice(span.end)}
    </div>
  );
}
