import pytest,time
from collections import Counter
@pytest.mark.django_db
def test_it():
    from homeward.testing.matrix import asking, world, table
    t=time.time(); w=world.make_world(); print("world",time.time()-t)
    h=asking.House(w)
    t=time.time(); n=0; out=[]
    slow=Counter()
    import os
    rel=os.environ.get('REL','own other_team other_site').split()
    for a in asking.ask_all(h,rel,is_quick=True,part=os.environ.get('PART','')):
        n+=len(a.answers); out.append(a)
    print("cells",n,"s",time.time()-t)
    table.write(out, __import__('pathlib').Path('/tmp/hw/expected.csv'))
    print(Counter(x.word for a in out for x in a.answers.values()))
    print(slow.most_common(12))
    print(table.tells(out)[:20], len(table.tells(out)))
    for a in out:
        for c,x in a.answers.items():
            if x.word in("error","bad"): print(a.case,c,x.status)
    from homeward.testing.matrix.leaks import leaks
    L=leaks(w,out)
    c=Counter((x['route'],x['method'],x['word'].split('-')[-1] if 'kestrel' in x['word'] else x['word'],x['relation'],x['player']) for x in L)
    import json; json.dump(L,open('/tmp/hw/leaks.json','w'))
    json.dump([[a.case.key,{c:x.status for c,x in a.answers.items()}] for a in out],open('/tmp/hw/statuses.json','w'))
    print("LEAKS",len(L))
