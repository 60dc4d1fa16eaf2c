import { toCatalogPage } from "@/lib/catalog/catalog-page";
import { searchText, type CatalogRow, type CatalogPlan } from "@/lib/catalog/catalog-row";
import { catalogQuerySchema } from "@/lib/catalog/schemas";
const W=["office","exchange","azure","backup","security","premium","business","standard","audio","defender","workspace","cloud","storage","teams","copilot","visio","project","intune","sophos","acronis"];
const V=["Microsoft","Google Workspace","IBM","Sophos","Acronis","Adobe","AWS","GCP","McAfee"];
const rows:CatalogRow[]=[];
for(let i=0;i<20000;i++){const n=`${W[i%20]} ${W[(i*7)%20]} ${W[(i*13)%17]} ${i}`;
 const plans:CatalogPlan[]=[];for(let j=0;j<5;j++){const b=(["monthly","annual","annual","monthly","quarterly"] as const)[j]!;plans.push({text:searchText(`${n} sku ${j}`,`${W[(i+j)%20]} plan ${b}`,`SKU-${i}-${j}`,`Plan-${b}-n${i}${j}`,`CFQ7TTC${i}:000${j}:P1Y:M`,`US,CFQ7${i},000${j}`),billing:b,term:["P1M","P1Y","P3Y",null][(i+j)%4]!,currency:["USD","EUR"][i%2]!,price:{amount:String((i*31+j*7)%500)+".50",currency:["USD","EUR"][i%2]!},yearly:((i*31+j*7)%500+.5)*12,usageBased:false,notOrderable:(i+j)%9===0?"not-in-price-book":null})}
 rows.push({id:`P${i}-smpnce`,name:n,vendor:V[i%9]!,categoryIds:[`c${i%12}`],caption:null,disabled:false,text:searchText(n,`P${i}-smpnce`,V[i%9]!),sortName:n,plans});}
const qs:Record<string,any>={empty:{},word:{q:"exchange"},three:{q:"office azure monthly"},partnumber:{q:"CFQ7TTC1234:0001:P1Y:M"},none:{q:"zzzz qqqq"},facets:{vendor:"Microsoft,IBM",billing:"annual",term:"P1Y,P3Y",orderable:"true"},price:{sort:"price"},all:{q:"security",category:"c3",sort:"-price",orderable:"true"}};
for(const [k,raw] of Object.entries(qs)){const q=catalogQuerySchema.parse(raw);const t:number[]=[];let total=0;for(let i=0;i<25;i++){const s=performance.now();total=toCatalogPage(rows,q,new Map()).total;t.push(performance.now()-s)}t.sort((a,b)=>a-b);console.log(k.padEnd(12),"total",total,"median",t[12]!.toFixed(1),"p95",t[23]!.toFixed(1));}
console.log("rss",Math.round(process.memoryUsage().rss/1e6));
