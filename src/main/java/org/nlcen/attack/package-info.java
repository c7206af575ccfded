/** From a segmenter, an image and a goal to adversarial images; plain arrays, no engine. */
package org.nlcen.attack;
