import { useStore } from 'zustand';
import { connectionColours, type Connection, type ConnectionColour } from '#domain/provider';
import { useDesk } from './desk-context';

/** The colour of a connection: its own, else one by its place in the list. Grey for one that is gone. */
export function colourOf(id: string, all: readonly Connection[]): ConnectionColour {
  const place = all.findIndex((connection) => connection.id === id);
  return all[place]?.colour ?? connectionColours[place % connectionColours.length] ?? 'grey';
}

/** Gives the colour of any connection. */
export function useConnectionColour(): (id: string) => ConnectionColour {
  const { connections } = useDesk();
  const all = useStore(connections, (state) => state.connections) ?? [];
  return (id) => colourOf(id, all);
}
