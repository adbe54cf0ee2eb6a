import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconImport } from '../../ui/icons/actions';
import styles from './drop-target.module.css';

export interface DropTargetProps {
  /** Whether files can be taken now; where not, they are refused by the cursor. */
  readonly isEnabled: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** While files are over the page it hears of them several times a second; silence means that they are gone. */
const silenceMs = 900;

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** The whole window takes files that are dragged over it, and says so while they are. */
export function DropTarget({ isEnabled, onFiles }: DropTargetProps) {
  const { t } = useTranslation('import');
  const [isOver, setOver] = useState(false);
  // A drag that ends outside of the window or is given up need not tell the page that it left.
  const silence = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onDrag = useEffectEvent((event: DragEvent) => {
    if (!hasFiles(event)) return;
    // Without this the page would go to the file.
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = isEnabled ? 'copy' : 'none';
    setOver(isEnabled);
    clearTimeout(silence.current);
    silence.current = setTimeout(() => setOver(false), silenceMs);
  });
  const onLeave = useEffectEvent((event: DragEvent) => {
    // From one part of the page to the next there is a part it goes to.
    if (event.relatedTarget === null) setOver(false);
  });
  const onDrop = useEffectEvent((event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(false);
    if (isEnabled) onFiles([...(event.dataTransfer?.files ?? [])]);
  });
  useEffect(() => {
    const listeners = [
      ['dragenter', (event: DragEvent) => onDrag(event)],
      ['dragover', (event: DragEvent) => onDrag(event)],
      ['dragleave', (event: DragEvent) => onLeave(event)],
      ['drop', (event: DragEvent) => onDrop(event)],
    ] as const;
    for (const [name, listener] of listeners) window.addEventListener(name, listener);
    return () => {
      clearTimeout(silence.current);
      for (const [name, listener] of listeners) window.removeEventListener(name, listener);
    };
  }, []);
  if (!isOver || !isEnabled) return null;
  return (
    <div className={styles['overlay']} data-drop-target>
      <div className={styles['sign']}>
        <IconImport size={28} />
        <p>{t('drop.here')}</p>
        <p className={styles['muted']}>{t('drop.formats')}</p>
      </div>
    </div>
  );
}
