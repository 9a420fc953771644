/** How an admin gives what the city offers to specialists. */
export const cityTools = [
  {
    operationId: 'findShop',
    name: 'find_parcel_shop',
    titles: { en: 'Parcel shop', zh: '快递网点' },
    description: 'Finds a parcel shop by its number and tells until when it is open.',
    risk: 'read',
    specialists: ['scheduling'],
    outputs: ['name', 'openUntil', 'note'],
    examples: {
      en: ['Where is parcel shop PS-12?', 'Until when is the parcel shop open?'],
      zh: ['快递网点PS-12在哪里', '网点几点关门'],
    },
  },
  {
    operationId: 'createTicket',
    name: 'create_ticket',
    titles: { en: 'Open a ticket', zh: '创建工单' },
    description: 'Opens a ticket for the facility team about something that is broken.',
    risk: 'write',
    specialists: ['finance'],
    outputs: ['ticketId'],
    examples: {
      en: ['Open a ticket for the broken lamp', 'Report that a lamp is broken in the office'],
      zh: ['帮我开一个工单', '报修会议室的灯'],
    },
    check: { operationId: 'findTicketByKey', arguments: { key: 'key' } },
    undo: { operationId: 'cancelTicket', arguments: { ticketId: 'result.ticketId' } },
  },
] as const;
