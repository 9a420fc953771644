const hourMs = 3_600_000;

/** The zone on whose clocks the desk's day begins: that of its server, which `TZ` may set. */
export function deskZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** When the hour of this instant began on the clocks of the desk: not every zone is whole hours off. */
export function deskHour(instant: Date): Date {
  const ahead = -instant.getTimezoneOffset() * 60_000;
  return new Date(Math.floor((instant.getTime() + ahead) / hourMs) * hourMs - ahead);
}

/** When the day of this instant began on the clocks of the desk, or one some days before. */
export function deskDay(instant: Date, daysBefore = 0): Date {
  return new Date(instant.getFullYear(), instant.getMonth(), instant.getDate() - daysBefore);
}
