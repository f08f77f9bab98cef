package fr.comptoir.server.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.standard.processor.StandardTextTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * {@code th:text} that puts what is read from right to left into {@code <bdi>}: one rule for every name of every page, those of pages to come
 * included, instead of an element in each place.
 */
final class IsolatingDialect extends AbstractProcessorDialect {
    private static final String PREFIX = "th";

    IsolatingDialect() {
        super("Reading order", PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Text(prefix));
    }

    /** Comes just before the standard processor, which then finds no attribute. */
    private static final class Text extends AbstractStandardExpressionAttributeTagProcessor {
        /** They hold text and no elements. */
        private static final Set<String> TEXT_ONLY = Set.of("title", "option", "textarea", "script", "style");

        Text(String prefix) {
            super(
                    TemplateMode.HTML,
                    prefix,
                    StandardTextTagProcessor.ATTR_NAME,
                    StandardTextTagProcessor.PRECEDENCE - 1,
                    true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String value,
                @Nullable Object result,
                IElementTagStructureHandler handler) {
            String text = result == null ? "" : result.toString();
            boolean holdsElements = !TEXT_ONLY.contains(
                    tag.getElementDefinition().getElementName().getElementName());
            handler.setBody(holdsElements ? Markup.shown(text) : Markup.escaped(text), false);
        }
    }
}
