/* SPDX-License-Identifier: Apache-2.0 */
(function(){"use strict";
var d=document,$=function(s,r){return(r||d).querySelector(s)},$$=function(s,r){return Array.prototype.slice.call((r||d).querySelectorAll(s))};
var root=d.documentElement,form=$("#filters"),out=$("#shown"),box=$("#grupper"),chks=$$(".chk"),groups=$$(".grp"),total=chks.length;
var text=new Map();chks.forEach(function(c){text.set(c,c.textContent.toLowerCase())});
$$(".js").forEach(function(e){e.hidden=false});
var home=chks.map(function(c){return{c:c,p:c.parentNode}}),alt=d.createElement("div");alt.id="alt";box.after(alt);
function kaps(c){return(c.dataset.kap||"").split(" ")}
function fill(e,n){return e.replace("{n}",n).replace("{total}",total)}
function vals(){return{q:$("#q").value.trim().toLowerCase(),st:$$("input[name=st]:checked",form).map(function(i){return i.value}),lag:$("#f-lag").value,kap:$("#f-kap").value,g:$("#f-gr").value}}
function apply(push){var v=vals(),n=0;
 chks.forEach(function(c){var ok=(!v.st.length||v.st.indexOf(c.dataset.st)>=0)&&(!v.lag||c.dataset.lag===v.lag)&&(!v.kap||kaps(c).indexOf(v.kap)>=0)&&(!v.q||v.q.split(/\s+/).every(function(w){return text.get(c).indexOf(w)>=0}));c.hidden=!ok;if(ok)n++});
 regroup(v.g);
 $$(".area,.grp").forEach(function(a){a.hidden=!$(".chk:not([hidden])",a)});
 out.textContent=fill(out.dataset.t,n);$("#tom").hidden=n>0;
 if(push){var p=[];if(v.st.length)p.push("status="+v.st.join(","));if(v.lag)p.push("lag="+v.lag);if(v.kap)p.push("kapabilitet="+v.kap);if(v.q)p.push("sok="+encodeURIComponent(v.q));if(v.g!=="lag")p.push("grupper="+v.g);
  try{history.replaceState(null,"",p.length?"#?"+p.join("&"):"#sjekker")}catch(e){}}}
function regroup(g){home.forEach(function(h){h.p.appendChild(h.c)});alt.textContent="";box.hidden=g!=="lag";if(g==="lag")return;
 var sel=g==="status"?$$("input[name=st]",form).map(function(i){return[i.value,i.dataset.t]}):$$("#f-kap option").slice(1).map(function(o){return[o.value,o.textContent]});
 sel.forEach(function(s){var m=chks.filter(function(c){return(g==="status"?c.dataset.st:kaps(c)[0])===s[0]});if(!m.length)return;
  var w=d.createElement("div"),h=d.createElement("h3"),l=d.createElement("div");w.className="grp";h.textContent=s[1]+" ";var sm=d.createElement("small");sm.textContent=m.length;h.appendChild(sm);l.className="list card";m.forEach(function(c){l.appendChild(c)});w.append(h,l);alt.appendChild(w)})}
function set(o){form.reset();$$("input[name=st]",form).forEach(function(i){i.checked=(o.st||[]).indexOf(i.value)>=0});$("#f-lag").value=o.lag||"";$("#f-kap").value=o.kap||"";$("#q").value=o.q||"";$("#f-gr").value=o.g||"lag"}
function fromHash(){var h=location.hash;if(h.indexOf("#?")===0){var o={};h.slice(2).split("&").forEach(function(kv){var i=kv.indexOf("="),k=kv.slice(0,i),v=decodeURIComponent(kv.slice(i+1));if(k==="status")o.st=v.split(",");if(k==="lag")o.lag=v;if(k==="kapabilitet")o.kap=v;if(k==="sok")o.q=v;if(k==="grupper")o.g=v});set(o);apply(false);return}
 if(h.length>1){var t=d.getElementById(decodeURIComponent(h.slice(1)));var c=t&&t.closest(".chk");if(c){if(c.hidden){set({});apply(false)}c.open=true;var f=function(){c.scrollIntoView({block:"start"});$("summary",c).focus({preventScroll:true})};f();setTimeout(f,60)}}}
form.addEventListener("input",function(){apply(true)});form.addEventListener("submit",function(e){e.preventDefault()});
form.addEventListener("reset",function(){setTimeout(function(){apply(true)},0)});
d.addEventListener("click",function(e){var a=e.target.closest("[data-f]");if(a){e.preventDefault();var o={};a.dataset.f.split("&").forEach(function(kv){var p=kv.split("=");if(p[0]==="st")o.st=p[1].split(",");else o[p[0]]=p[1]});set(o);apply(true);$("#sjekker").scrollIntoView();$("#sjekker h2").focus({preventScroll:true});return}
 var b=e.target.closest("button");if(!b)return;
 if(b.id==="apne"||b.id==="lukk"){chks.forEach(function(c){if(!c.hidden)c.open=b.id==="apne"})}
 if(b.id==="skriv")print();
 if(b.id==="tema"){var dark=root.dataset.theme?root.dataset.theme==="dark":matchMedia("(prefers-color-scheme:dark)").matches;root.dataset.theme=dark?"light":"dark";b.setAttribute("aria-pressed",String(!dark))}
 if(b.dataset.copy){var s=d.getElementById(b.dataset.copy).textContent;var done=function(){var o=b.textContent;b.textContent=b.dataset.done;setTimeout(function(){b.textContent=o},1500)};if(navigator.clipboard)navigator.clipboard.writeText(s).then(done)}});
addEventListener("hashchange",fromHash);
var was=[];addEventListener("beforeprint",function(){was=chks.filter(function(c){return c.dataset.st!=="pass"&&c.dataset.st!=="na"&&!c.open});was.forEach(function(c){c.open=true})});addEventListener("afterprint",function(){was.forEach(function(c){c.open=false})});
$("#tema").setAttribute("aria-pressed",String(matchMedia("(prefers-color-scheme:dark)").matches));
apply(false);fromHash();
})();
