import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../../stores/desk-context';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { SelectField } from '../../ui/select-field';

export interface ConnectionChoiceProps {
  readonly value: string | undefined;
  readonly onChange: (connectionId: string) => void;
  readonly isMissing: boolean;
  readonly onClose: () => void;
}

/** Which account the links belong to; without one there is nothing to import into. */
export function ConnectionChoice({ value, onChange, isMissing, onClose }: ConnectionChoiceProps) {
  const { t } = useTranslation('import');
  const { connections, dialogs } = useDesk();
  const all = useStore(connections, (state) => state.connections) ?? [];
  if (all.length === 0) {
    const add = () => {
      onClose();
      dialogs.getState().open('add-connection');
    };
    return (
      <Notice
        tone="info"
        title={t('connection.none')}
        action={
          <Button size="small" onPress={add}>
            {t('connection.add')}
          </Button>
        }
      >
        {t('connection.noneNext')}
      </Notice>
    );
  }
  return (
    <SelectField
      label={t('connection.label')}
      options={all.map(({ id, name }) => ({ id, label: name }))}
      value={value}
      onChange={onChange}
      error={isMissing ? t('connection.missing') : undefined}
    />
  );
}
