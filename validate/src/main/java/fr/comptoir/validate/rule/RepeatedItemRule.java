package fr.comptoir.validate.rule;

import fr.comptoir.model.code.Release;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Hash64;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.Thing;
import fr.comptoir.validate.event.Thing.Role;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import org.jspecify.annotations.Nullable;

/** In JSON of Release 5.1 each item and each parent has one object (CoP 5.1, section 5.1). */
final class RepeatedItemRule extends BodyRule {
    private static final Kind ITEM = Kind.error("item-repeated", "5.1");
    private static final Kind PARENT = Kind.error("parent-repeated", "5.1");

    private final LongIndex things = new LongIndex();
    private final LongList codes = new LongList();

    RepeatedItemRule(Layout layout, Places places, Findings findings) {
        super(layout, places, findings);
    }

    @Override
    void closed(Thing thing, @Nullable Thing parent) {
        if (release == Release.R5 || thing.isEmpty()) {
            return;
        }
        long hash = thing.hash();
        if (thing.role == Role.ITEM && !thing.hasIdentifier()) {
            hash = Hash64.then(hash, thing.code >>> 42); // chapters of several books may have one name
        }
        int number = things.add(hash);
        if (number < 0) {
            codes.add(thing.code);
            return;
        }
        boolean isItem = thing.role == Role.ITEM;
        findings.add(isItem ? ITEM : PARENT, () -> places.thing(thing), () -> {
            Thing before = new Thing(thing.role);
            before.code = codes.get(number);
            Sentence there = places.thingInSentence(before);
            return isItem
                    ? Sentence.of("item-repeated", "the same item stands at {0} already", there)
                    : Sentence.of("parent-repeated", "the same parent stands at {0} already", there);
        });
    }
}
