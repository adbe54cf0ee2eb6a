import { useStore } from 'zustand';
import { useFormatters } from '../../../i18n/use-formatters';
import { useDesk } from '../../../stores/desk-context';
import { useNow } from '../../../stores/use-now';

/** The zone of the settings with the name people call it by, and the present moment. */
export function useZone(): { readonly zone: string; readonly name: string; readonly now: number } {
  const { settings } = useDesk();
  const zone = useStore(settings, (state) => state.settings.zone);
  const { zoneName } = useFormatters();
  const now = useNow();
  return { zone, name: zoneName(now, zone), now };
}
