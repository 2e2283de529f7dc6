/** Everything held about an account, in one document made of parts that the features give. */
@NullMarked
package pl.dziennik.linking.export;

import org.jspecify.annotations.NullMarked;
