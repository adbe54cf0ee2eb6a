import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { capabilitiesOf } from '#domain/capability';
import { conflictFields } from '#domain/conflict-fields';
import { baseOf } from '#domain/link-patch';
import type { LinkDetail } from '#contract/links';
import type { ConflictChoice, Edit } from '#domain/bulk-job';
import { useNow } from '../../../stores/use-now';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { ConflictValues, type Side } from './conflict-values';
import type { EditorStore } from './editor-store';
import styles from './link-panel.module.css';
import { isAlreadySo, patchedFields, refusalOf } from './open-edit';

export interface ConflictNoticeProps {
  readonly editor: EditorStore;
  readonly detail: LinkDetail;
  readonly edit: Edit;
}

/** The link changed after the edit was made: shows all three values of each field and asks which shall hold. */
export function ConflictNotice({ editor, detail, edit }: ConflictNoticeProps) {
  const { t } = useTranslation('links');
  const now = useNow();
  const [sides, setSides] = useState<Readonly<Partial<Record<string, Side>>>>({});
  const { link, connection } = detail;
  const about = { link, capabilities: capabilitiesOf[connection.provider], now };
  const fields = patchedFields(edit);
  const isPerField = fields.length > 1;
  const byField: ConflictChoice = { keep: 'fields', mine: fields.filter((field) => sides[field] === 'mine') };
  const refusal = refusalOf(edit, { keep: 'mine' }, about);
  const refusalByField = refusalOf(edit, byField, about);
  const isChosen = fields.every((field) => sides[field] !== undefined);
  const decide = (choice: ConflictChoice) => void editor.getState().decide(choice);
  return (
    <Notice tone="warning" title={t('conflict.title')}>
      <div className={styles['told']}>
        <p>{t('conflict.intro')}</p>
        <ConflictValues
          // As far as a check told: what the cache knows of texts is not what the provider has now.
          fields={conflictFields(edit, baseOf(link))}
          sides={isPerField ? sides : undefined}
          onChoose={(field, side) => setSides({ ...sides, [field]: side })}
        />
        {refusal !== undefined && <p>{t('conflict.refused', { reason: t(`reasons.${refusal}`) })}</p>}
        {isAlreadySo(edit, about) && <p>{t('conflict.alreadySo')}</p>}
        {isPerField && isChosen && refusalByField !== undefined && (
          <p>{t('conflict.refusedByField', { reason: t(`reasons.${refusalByField}`) })}</p>
        )}
        <ConflictButtons
          editor={editor}
          canSendMine={refusal === undefined && !isAlreadySo(edit, about)}
          {...(isPerField ? { canSendChosen: isChosen && refusalByField === undefined } : {})}
          byField={byField}
          onDecide={decide}
        />
      </div>
    </Notice>
  );
}

interface ConflictButtonsProps {
  readonly editor: EditorStore;
  readonly canSendMine: boolean;
  /** Absent when there is only one field. */
  readonly canSendChosen?: boolean;
  readonly byField: ConflictChoice;
  readonly onDecide: (choice: ConflictChoice) => void;
}

function ConflictButtons({ editor, canSendMine, canSendChosen, byField, onDecide }: ConflictButtonsProps) {
  const { t } = useTranslation('links');
  const deciding = useStore(editor, (state) => state.deciding);
  return (
    <div className={styles['buttons']}>
      <Button size="small" isDisabled={deciding} onPress={() => onDecide({ keep: 'theirs' })}>
        {t('conflict.keepTheirs')}
      </Button>
      <Button
        size="small"
        variant="danger"
        isDisabled={deciding || !canSendMine}
        onPress={() => onDecide({ keep: 'mine' })}
      >
        {t('conflict.sendMine')}
      </Button>
      {canSendChosen !== undefined && (
        <Button
          size="small"
          variant="primary"
          isDisabled={deciding || !canSendChosen}
          onPress={() => onDecide(byField)}
        >
          {t('conflict.asChosen')}
        </Button>
      )}
    </div>
  );
}
