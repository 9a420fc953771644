/** What models may call an operation by, made of its id: `getWeatherV2` becomes `get_weather_v2`. */
export function suggestName(operationId: string): string {
  const words = operationId
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 60)
    .replace(/_+$/, '');
  if (words.length > 1) return words;
  return words ? `${words}_tool` : '';
}
