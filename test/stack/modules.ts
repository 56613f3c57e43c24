/** The fields of a module that only a profile has: rows are marked as deleted there where a module asks for it. */
export const moreFields: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  layered: { order_items: ["is_deleted:bool"] },
};

/** The fields that modules get later: every type, and what a row that is there needs. */
export const laterFields: readonly (readonly [module: string, ...fields: string[]])[] = [
  [
    "order_items",
    "state:enum(new,all done)=new index",
    "weight:float?",
    "code:uuid? unique",
    "body:text?",
    "price:decimal(12,2)=9.90",
    "active:bool=true index",
    "released:date=2026-01-01",
    "seen:datetime=now",
    "extra:json={}",
    "tags:list(str(20))=[]",
    "views:bigint=0",
    "serial:int unique",
    "editor:ref(users, null)?",
    "follows:ref(order_items)?",
    "version:int",
  ],
  ["products", "size:enum(small,large)?"],
  ["products", "note:str(50)?"],
];

/** The endpoints that modules get later, of each kind. */
export const laterEndpoints: readonly (readonly [module: string, method: string, path: string])[] =
  [
    ["products", "GET", "/recent"],
    ["products", "POST", "/{id}/archive"],
    ["products", "GET", "/{id}/history"],
    ["products", "PUT", "/{id}/shelf"],
    ["order_items", "DELETE", "/{id}/gift-note"],
    ["order_items", "GET", "/open"],
    ["customer_relationship_entries", "PATCH", "/{id}/follow-up"],
  ];

/** The modules that are added to each project: every type of field, every kind of reference, both spellings. */
export const modules: readonly (readonly [name: string, ...fields: string[]])[] = [
  ["categories", "name:str(40) unique", "parent:ref(categories, null)?", "position:int=0"],
  [
    "products",
    "title:str(200)",
    "code:uuid unique",
    "body:text?",
    "stock:int=0",
    "views:bigint=0",
    "weight:float?",
    "price:decimal(12,2)=9.90",
    "active:bool=true index",
    "released:date? index",
    "seen:datetime=now",
    "kind:enum(book,long play,e-book)=book index",
    "extra:json={}",
    "tags:list(str(20))=[]",
    "prices:list(decimal(8,2))=[]",
    "days:list(date)?",
    "category:ref(categories)",
    "editor:ref(users, null)?",
    "version:int",
  ],
  [
    "order_items",
    "product:ref:products,cascade",
    "quantity:int",
    "note:str:50,optional",
    "placed:datetime? index",
    "slug:str(3)? unique",
    "buyer:ref(users)",
  ],
  // Names that are those of types and modules, or as long as can be.
  [
    "customer_relationship_entries",
    "bank_account_number_here_too:str(34) unique",
    'communication_channel_by_us:enum(electronic mail,letter,telephone)="electronic mail" index',
    "account_manager_of_us:ref(users)",
    "at:datetime=now unique",
    "sum_total:decimal(2,2) unique",
    "date:date=2026-01-01",
    "datetime:datetime?",
    "decimal:decimal(5,0)=3",
    "uuid:uuid=0190a6f0-0000-7000-8000-000000000001",
  ],
];
